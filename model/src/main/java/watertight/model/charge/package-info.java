/**
 * The charge race: what mm/page_counter.c does, cut into its atomic steps, so that every
 * interleaving of any number of tasks can be tried. Read it beside page_counter_try_charge,
 * page_counter_uncharge and page_counter_set_max; kernel/cgroup/pids.c is a near relative.
 *
 * <p>Start reading at {@link watertight.model.charge.Charging}. What each task is to do stands in a
 * {@link watertight.model.charge.Workload}; how far it has come, in a {@link
 * watertight.model.charge.TaskState}. The claims are in {@link watertight.model.charge.claim}. What
 * does not live here: reclaim and the OOM killer, the stock of each processor, the cgroup file
 * system.
 */
package watertight.model.charge;
