package watertight.model.charge;

import java.util.List;
import java.util.Optional;
import watertight.model.Guard;

/** What the claims about charging rest on. */
public enum ChargeGuards implements Guard {
  /**
   * mm/page_counter.c: usage is raised and read in one atomic step. Away: it is loaded, compared
   * and stored.
   */
  CHARGE_IS_ATOMIC_ADD("charge-is-atomic-add"),
  /** mm/memcontrol.c: a page is handed out after its charge. Away: before, and freed if refused. */
  CHARGE_BEFORE_ALLOCATION("charge-before-allocation"),
  /**
   * page_counter_try_charge: each level is compared with its limit. Away: the group's own alone.
   */
  CHARGE_CHECKS_EVERY_ANCESTOR("charge-checks-every-ancestor"),
  /** page_counter_try_charge: what was added where the charge failed is subtracted there. */
  ROLLBACK_AT_FAILING_LEVEL("rollback-at-failing-level"),
  /** page_counter_try_charge: what was added below the level that failed is subtracted there. */
  ROLLBACK_BELOW("rollback-below"),
  /** page_counter_try_charge: the limit is read after the add. Away: before it. */
  CHARGE_READS_LIMIT_AFTER_ADD("charge-reads-limit-after-add"),
  /** page_counter_set_max: usage is read again once the limit is exchanged. */
  SET_LIMIT_RECHECKS("set-limit-rechecks"),
  /** mm/memcontrol-v1.c: memcg_max_mutex; one limit is set at a time. */
  SET_LIMIT_SERIALISED("set-limit-serialised"),
  /** A page knows the group that it was charged to. Away: given back where its task is now. */
  UNCHARGE_MATCHES_CHARGE("uncharge-matches-charge"),
  /** css_offline: a removed group's charges stay with it and its ancestors. Away: dropped. */
  OFFLINE_GROUP_KEEPS_CHARGES("offline-group-keeps-charges"),
  /** kernel/cgroup/pids.c: pids_can_fork charges. Away: a fork is not counted. */
  PIDS_CHARGED_ON_FORK("pids-charged-on-fork"),
  /** kernel/cgroup/pids.c: each level below the root is compared. Away: the group's own alone. */
  PIDS_CHECKS_EVERY_ANCESTOR("pids-checks-every-ancestor");

  private final String id;

  ChargeGuards(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /** The guard with this name. */
  public static Optional<ChargeGuards> named(String id) {
    return List.of(values()).stream().filter(guard -> guard.id.equals(id)).findFirst();
  }
}
