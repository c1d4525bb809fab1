/**
 * Processes and their kin: parents, groups, sessions, how they end and who waits for them
 * (kernel/exit.c, kernel/sys.c). Every task here is a process of one thread. Start reading at
 * {@link watertight.model.linux.process.Exit}. What signals do: {@link
 * watertight.model.linux.signal}.
 */
package watertight.model.linux.process;
