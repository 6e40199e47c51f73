/**
 * A chart as a file of its own. Styles are written into the copy, so that it looks the same without this page: light
 * colours, a white ground, fonts that every system has. Nothing is fetched.
 */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
const MARGIN = 12;
const TITLE_HEIGHT = 26;
const SVG = 'http://www.w3.org/2000/svg';
/** Pixels of the PNG to one of the page. */
const DENSITY = 2;

export interface ChartFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing as standalone SVG text with its title above it. */
export function chartSvg(svg: SVGSVGElement, title: string): ChartFile {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const before = svg.style.colorScheme;
  svg.style.colorScheme = 'light';
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, at) => {
    const original = originals[at];
    if (original !== undefined) copyStyle(original, element);
  });
  svg.style.colorScheme = before;
  const { width: drawn, height: tall } = svg.viewBox.baseVal;
  const [width, height] = [drawn + 2 * MARGIN, tall + 2 * MARGIN + TITLE_HEIGHT];
  const file = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    xmlns: SVG,
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    'font-family': FONT,
    'font-size': '13',
  }))
    file.setAttribute(name, value);
  const ground = drawn > 0 ? file.appendChild(document.createElementNS(SVG, 'rect')) : null;
  ground?.setAttribute('width', '100%');
  ground?.setAttribute('height', '100%');
  ground?.setAttribute('fill', '#ffffff');
  const heading = file.appendChild(document.createElementNS(SVG, 'text'));
  heading.textContent = title;
  for (const [name, value] of [
    ['x', String(MARGIN)],
    ['y', String(MARGIN + 14)],
    ['font-size', '14'],
    ['font-weight', '650'],
    ['fill', '#1a2025'],
  ] as const)
    heading.setAttribute(name, value);
  const body = file.appendChild(document.createElementNS(SVG, 'g'));
  body.setAttribute('transform', `translate(${MARGIN} ${MARGIN + TITLE_HEIGHT})`);
  body.append(...copy.childNodes);
  return { text: new XMLSerializer().serializeToString(file), width, height };
}

function copyStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of KEPT) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  for (const name of ['class', 'style', 'tabindex', 'role', 'aria-selected', 'aria-label', 'aria-hidden'])
    to.removeAttribute(name);
}

/** The same picture in pixels. */
export async function chartPng(file: ChartFile): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([file.text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(file.width * DENSITY);
    canvas.height = Math.round(file.height * DENSITY);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new Error('the browser could not draw the chart');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
