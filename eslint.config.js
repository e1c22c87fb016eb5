import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Type-aware rules only where a forgotten promise hurts most; the compiler does the rest. */
const typeAware = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
};

export default ts.config(
  {
    ignores: [
      'dist/',
      'public/',
      'node_modules/',
      '.cache/',
      '.tmp/',
      'test-results/',
      'data-build/edition/',
      'tests/canary/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // The compiler knows undefined names better, types included.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: typeAware,
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: {
      // Reads the words after `--` in a svelte-ignore as codes; svelte-check itself reports the unknown ones.
      'svelte/no-unused-svelte-ignore': 'off',
      // State here is raw and replaced, never changed in place: a plain Map in a function is a plain Map.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  // A chart is built by its library and put into its box whole.
  { files: ['src/charts/*.svelte'], rules: { 'svelte/no-dom-manipulating': 'off' } },
  { files: ['src/**'], rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] } },
);
