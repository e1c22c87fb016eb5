export * from '../domain/classing';
