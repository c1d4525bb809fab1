/**
 * Tasks: their life, their fs_struct (root and working directory), their descriptors, and the calls
 * that make, end and steer them.
 */
package watertight.model.linux.task;
