/**
 * What the litmus files of the machines of their own have in common: the head, the lines of a
 * world, and steps of the form {@code [who] step = result}. What a world and a step say is the
 * business of the package of each machine; the files of the Linux world are in {@link
 * watertight.checker.text}.
 */
@NullMarked
package watertight.checker.text.machine;

import org.jspecify.annotations.NullMarked;
