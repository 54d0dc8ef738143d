/** One family of line icons on a 20-unit grid, drawn with the colour of the text around them. */
const PATHS = {
  library:
    'M4 4.5h4.5A1.5 1.5 0 0 1 10 6v10a1.5 1.5 0 0 0-1.5-1.5H4zM16 4.5h-4.5A1.5 1.5 0 0 0 10 6v10a1.5 1.5 0 0 1 1.5-1.5H16z',
  list: 'M7 5.5h9M7 10h9M7 14.5h9M4 5.5h.01M4 10h.01M4 14.5h.01',
  users:
    'M7.5 10a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16a5 5 0 0 1 10 0M13 4.8a2.6 2.6 0 0 1 0 5M14.5 12.2A4.6 4.6 0 0 1 17.5 16',
  chart: 'M3.5 16.5h13M3.5 3.5v13M6.5 12.5 10 8.5l2.5 2.5 4-5.5',
  group:
    'M10 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM5.5 16a4.5 4.5 0 0 1 9 0M4 9.5a2 2 0 1 0 0-4M16 9.5a2 2 0 1 1 0-4M1.5 14.5a3.2 3.2 0 0 1 2.6-2.9M18.5 14.5a3.2 3.2 0 0 0-2.6-2.9',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.5 16.5a5.5 5.5 0 0 1 11 0',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.5V10l2.5 1.5',
  alert: 'M10 3.5 17.5 16.5H2.5zM10 8.5v3.5M10 14.2v.01',
  over: 'M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7zM10 6.5v4.5M10 13.5v.01',
  send: 'M3.5 10 16.5 4l-4 12.5-3-5zM9.5 11.5 16.5 4',
  bolt: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  forward: 'M8 4.5 13.5 10 8 15.5',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  check: 'M4.5 10.5 8.5 14.5 15.5 6',
  read: 'M2.5 10.8 6 14.5l7-8M9.5 13.8l.8.7 7.2-8.5',
  play: 'M6.5 4v12l9.5-6z',
  pause: 'M7 4.5v11M13 4.5v11',
  previous: 'M14.5 4.5 8 10l6.5 5.5zM5.5 5v10',
  next: 'M5.5 4.5 12 10l-6.5 5.5zM14.5 5v10',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.8-2.8a3 3 0 0 0-4.3-4.3L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0l-2.8 2.8a3 3 0 0 0 4.3 4.3l1.3-1.3',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5v.01M8.5 8.5v.01M11.5 8.5v.01M14.5 8.5v.01M6.5 11.5h7',
  close: 'M5 5l10 10M15 5 5 15',
  retry: 'M15.8 8A6.2 6.2 0 1 0 16 12M16 4v4h-4',
  photo: 'M3.5 4.5h13v11h-13zM3.5 13l4-3.5 3 2.5 2.5-2 3.5 3M12.8 8v.01',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5 17 17',
  plug: 'M3 3l14 14M7 5.5v-2M13 6.5v-3M5.5 7.5h1.5M10.5 7.5H14.5v2.5a4.5 4.5 0 0 1-.7 2.4M12 14.2A4.5 4.5 0 0 1 5.5 10V7.5M10 14.5V17',
  panel: 'M3.5 4h13v12h-13zM12 4v12',
  down: 'M5 7.5 10 12.5 15 7.5',
  print: 'M6 7.5V3h8v4.5M6 14H3.5V7.5h13V14H14M6 12h8v5H6z',
  download: 'M10 3v9.5M6 9l4 4 4-4M4 16.5h12',
  flag: 'M5 17.5V3.5M5 4h10l-2.5 3.5L15 11H5',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M15.6 4.4l-1.4 1.4M5.8 14.2l-1.4 1.4',
  moon: 'M16.5 12.2A6.8 6.8 0 0 1 7.8 3.5a6.8 6.8 0 1 0 8.7 8.7z',
  label: 'M3.5 3.5h6.2l7 7-6.2 6.2-7-7zM7 7v.01',
  bulb: 'M7.5 14.5h5M8.2 17h3.6M7.6 14.5c0-1.9-2.1-2.9-2.1-5.6a4.5 4.5 0 0 1 9 0c0 2.7-2.1 3.7-2.1 5.6',
  edit: 'M4 16h3l8.5-8.5-3-3L4 13zM11 6l3 3',
  bin: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  add: 'M10 4v12M4 10h12',
  keys: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7',
  sound: 'M3.5 8v4h3l4 3.5v-11l-4 3.5zM13.5 7.5a3.5 3.5 0 0 1 0 5M15.6 5.4a6.5 6.5 0 0 1 0 9.2',
  silent: 'M3.5 8v4h3l4 3.5v-11l-4 3.5zM13.5 8l4 4M17.5 8l-4 4',
  star: 'M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
