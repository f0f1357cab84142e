/**
 * Whoever reads the output may stop before its end, as `head` does: then the command ends too, quietly and with the
 * status of other commands that a closed pipe ended.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(141);
    });
}
