export const style = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; padding: 0 1rem; max-width: 80rem; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
.wide { overflow-x: auto; }
.none { color: #595959; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { border-bottom: 1px solid #d0d0d0; padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
form { margin: 0.75rem 0; }
label { margin-right: 1rem; }
input, select, button { font: inherit; padding: 0.25rem 0.5rem; }
input { width: 5rem; }
`;
