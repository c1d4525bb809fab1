package watertight.model.linux.namespace;

import watertight.model.Guard;

/** What namespaces keep apart. */
public enum NamespaceChoices implements Guard {
  /** Each UTS namespace has names of its own. Away: a name is set for every task. */
  HOSTNAME_PER_NAMESPACE("hostname-per-namespace");

  private final String id;

  NamespaceChoices(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
