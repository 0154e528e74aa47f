export async function measureImports(_: boolean): Promise<void> {}
