/** The design system has no lock. */
export const lock = `<svg width="16" height="16" viewBox="0 0 16 16" fill="none" xmlns="http://www.w3.org/2000/svg">
<path fill="currentColor" d="M8 1a3.500 3.500 0 0 0-3.500 3.500V7H4a1.500 1.500 0 0 0-1.500 1.500v5A1.500 1.500 0 0 0 4 15h8a1.500 1.500 0 0 0 1.500-1.500v-5A1.500 1.500 0 0 0 12 7h-.5V4.500A3.500 3.500 0 0 0 8 1Zm2.200 6H5.800V4.500a2.200 2.200 0 0 1 4.400 0V7Z"/>
</svg>`;
