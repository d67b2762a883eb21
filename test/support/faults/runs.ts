/** What `npm run faults` does, by part; docs/reliability.md has a row for each, and explains it. */
export const FAULT_RUNS = {
  kills: {
    replace: 'Kill a window while it marks, whose files are replaced',
    remove: 'Kill a window while it marks, whose files are removed first',
  },
  hosts: { all: 'Kill VS Code’s server and its extension host while the extension marks' },
  crowd: {
    replace: 'Have five windows mark at once, whose files are replaced',
    remove: 'Have five windows mark at once, whose files are removed first',
  },
  damage: {
    cut: 'Cut the reading log at every length',
    flipped: 'Flip one bit of the reading log',
  },
  folding: { all: 'Kill a window while it makes one file of twelve' },
  files: {
    'wrong from the start': 'Find files that are wrong in themselves',
    storm: 'Change all files at once',
    churn: 'Write, change, remove and write again every file at once',
    vanish: 'Remove files between the event and the read',
    partial: 'Write files in halves, cut inside a character',
    truncate: 'Empty files before they are written',
    replace: 'Put a new file in the place of each',
    rename: 'Rename files',
    swaplink: 'Swap a link between a briefing and /etc/passwd',
    dirgone: 'Remove folders while they are read',
  },
} as const;
