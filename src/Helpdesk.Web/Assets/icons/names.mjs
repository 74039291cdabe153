// What the pages may use from the sprite: <svg class="icon" aria-hidden="true"><use href="/dist/icons.svg#ticket"></use></svg>.
// Own drawings lie beside this file and win over the library's.
export const spriteIcons = [
  'brand',
  'app-window', 'archive', 'arrow-left', 'arrow-right', 'bell', 'bell-off', 'bold', 'book-open', 'chart-column', 'check', 'chevron-down', 'chevron-right',
  'circle-check', 'circle-ellipsis', 'circle-question-mark', 'clock', 'code', 'copy', 'corner-up-left', 'download', 'ellipsis',
  'file-text', 'folder', 'hand', 'house', 'inbox', 'info', 'italic', 'fingerprint', 'key-round', 'keyboard', 'laptop', 'layers', 'layout-list',
  'life-buoy', 'link', 'list', 'list-filter', 'lock', 'log-in', 'log-out', 'mail', 'mail-check', 'menu', 'monitor', 'moon', 'network', 'palette', 'paperclip',
  'plus', 'printer', 'refresh-cw', 'reply', 'rotate-ccw', 'search', 'send', 'server', 'settings', 'shield', 'smartphone', 'sticky-note',
  'sun', 'tag', 'thumbs-down', 'thumbs-up', 'ticket', 'triangle-alert', 'user', 'user-check', 'user-plus', 'users', 'wifi-off', 'x', 'zap', 'play', 'skip-forward', 'columns-3',
  'heading-2', 'heading-3', 'heading-4', 'image', 'list-ordered', 'minus', 'square-code', 'strikethrough', 'table', 'text-quote',
];
