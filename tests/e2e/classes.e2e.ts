import { describe, expect } from 'vitest';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit } from './harness';

disconnectAfterAll();

const link = (url: string): URLSearchParams => new URL(url).searchParams;

describe('classes and colours under the reader’s hand', () => {
  visit('method, number, limits by keyboard, ramp, and back again', DESKTOP, async ({ page, open }) => {
    await open();
    await mapIs(page, 'ready');
    await page.locator('summary', { hasText: 'Classi e colori' }).click();
    await page.getByRole('radio', { name: 'Quantili' }).check();
    expect(link(page.url()).get('b')).toBe('q5');
    await page.getByRole('button', { name: 'Una classe in più' }).click();
    expect(link(page.url()).get('b')).toBe('q6');
    expect(await page.locator('.classes button').count()).toBe(6);

    await page.getByRole('radio', { name: 'A mano' }).check();
    const second = page.getByRole('slider', { name: 'Soglia 2' });
    const before = await second.getAttribute('aria-valuenow');
    await second.focus();
    await page.keyboard.press('ArrowRight');
    expect(Number(await second.getAttribute('aria-valuenow'))).toBeGreaterThan(Number(before));
    expect(link(page.url()).get('b')).toMatch(/^m[\d._]+$/);

    await page.getByRole('radio', { name: 'Blu', exact: true }).check({ force: true });
    expect(link(page.url()).get('r')).toBe('blue');
    await page.selectOption('select', 'deutan');
    expect(await page.locator('#map').evaluate((e) => e.style.filter)).toContain('sight');
    expect(await axeFindings(page)).toEqual([]);

    // The link alone brings all of it back.
    const drawn = await page.locator('.classes button').evaluateAll((all) => all.map((b) => b.ariaLabel));
    await page.goto(page.url());
    await mapIs(page, 'ready');
    expect(await page.locator('.classes button').evaluateAll((all) => all.map((b) => b.ariaLabel))).toEqual(
      drawn,
    );
    await page.locator('summary', { hasText: 'Classi e colori' }).click();
    await page.getByRole('button', { name: 'Torna alle classi dell’atlante' }).click();
    expect([link(page.url()).get('b'), link(page.url()).get('r')]).toEqual([null, null]);
  });

  visit(
    'a limit is dragged, and Back undoes the whole drag (phone, English)',
    PHONE,
    async ({ page, open }) => {
      await open('?lang=en&b=e4');
      await mapIs(page, 'ready');
      // What the sheet hides cannot be touched: it is opened first.
      await page.locator('.sheet [role=slider], .sheet .handle').first().focus();
      await page.keyboard.press('Enter');
      const summary = page.locator('summary', { hasText: 'Classes and colours' });
      await summary.scrollIntoViewIfNeeded();
      await summary.click();
      await page.getByRole('radio', { name: 'By hand' }).check();
      const started = page.url();
      const handle = page.getByRole('slider', { name: 'Limit 1' });
      await handle.scrollIntoViewIfNeeded();
      const box = (await handle.boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      for (const dx of [4, 9, 15]) await page.mouse.move(box.x + box.width / 2 + dx, box.y + box.height / 2);
      await page.mouse.up();
      expect(page.url()).not.toBe(started);
      await page.goBack();
      expect(page.url()).toBe(started);
    },
  );

  visit('circles and changes say why there is nothing to divide', DESKTOP, async ({ page, open }) => {
    await open('?i=population.residents');
    await mapIs(page, 'ready');
    await page.locator('summary', { hasText: 'Classi e colori' }).click();
    await page.getByText('Qui il valore è nella grandezza del cerchio').waitFor();
    await page.goto(`${page.url().split('?')[0]}?i=population.change_10y`);
    await mapIs(page, 'ready');
    await page.locator('summary', { hasText: 'Classi e colori' }).click();
    await page.getByText('Una variazione tiene le classi uguali').waitFor();
  });
});

describe('time', () => {
  visit(
    'the series runs along above the axis, and the pace can be changed',
    DESKTOP,
    async ({ page, open }) => {
      await open('?i=population.foreign_share&l=zona&a=L&p=2005');
      await mapIs(page, 'ready');
      const head = page.locator('.spark i');
      const place = () => head.evaluate((e) => e.style.left);
      const at2005 = await place();
      await page.getByRole('slider', { name: 'Anno' }).press('ArrowRight');
      expect(await place()).not.toBe(at2005);
      await page.getByRole('button', { name: 'Velocità: 1×' }).click();
      await page.getByRole('button', { name: 'Velocità: 0,5×' }).waitFor();
    },
  );
});
