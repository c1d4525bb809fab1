/**
 * The start state of a run, as a list of lines, and how it is built from the default world: {@code
 * /} a private tmpfs with /proc mounted and empty /dev and /sys, task A with all capabilities.
 */
package watertight.model.linux.world;
