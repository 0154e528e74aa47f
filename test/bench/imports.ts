export async function measureImports(): Promise<void> {}
