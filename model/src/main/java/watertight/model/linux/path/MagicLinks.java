package watertight.model.linux.path;

import watertight.model.Cells;
import watertight.model.Result;
import watertight.model.linux.namespace.Namespace;
import watertight.model.linux.path.ProcDentry.ProcFd;
import watertight.model.linux.path.ProcDentry.ProcLink;
import watertight.model.linux.path.ProcDentry.ProcNs;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Socket;
import watertight.model.linux.task.TaskCell;

/** What the magic links of procfs lead to; man 5 proc, fs/proc/base.c, fs/proc/fd.c. */
public final class MagicLinks {
  /** What a walk through the link to a pidfd comes to. */
  static final Result NOT_TOLD =
      new Result.NotEnabled("paths to processes (pidfs) are not in this version");

  private MagicLinks() {}

  /** What a magic link leads to. */
  public sealed interface Target {}

  /** It leads to this object. */
  public record At(Path path) implements Target {}

  /** The task has ended: it has no root, no directory, no descriptor any more. */
  public record Gone() implements Target {}

  /** It leads to a process (pidfs): there is nothing here about such paths. */
  public record Process() implements Target {}

  /** What {@code link} leads to now. */
  public static Target target(Cells cells, ProcDentry link) {
    return switch (link) {
      case ProcLink of -> ofTask(cells, of);
      case ProcFd fd -> ofDescriptor(cells, Procfs.file(cells, fd));
      case ProcNs of -> ofNamespace(cells, of);
      case ProcDentry other -> throw new IllegalArgumentException(other + " is no magic link");
    };
  }

  private static Target ofTask(Cells cells, ProcLink link) {
    Fs fs = cells.view(new TaskCell(link.task()), new TaskCell.FsOf());
    if (fs == null) {
      return new Gone();
    }
    return new At(
        switch (link.which()) {
          case ROOT -> cells.view(new FsCell(fs), new FsCell.Root());
          case CWD -> cells.view(new FsCell(fs), new FsCell.Cwd());
          case EXE -> cells.get(new OutsideCell()).exe();
        });
  }

  /** fs/proc/namespaces.c: proc_ns_get_link; an object of nsfs, like of sockfs, has no name. */
  private static Target ofNamespace(Cells cells, ProcNs link) {
    Namespace namespace = link.link().of(cells, link.task());
    return namespace == null ? new Gone() : at(cells, new NsDentry(namespace));
  }

  private static Target at(Cells cells, Dentry dentry) {
    return new At(new Path(cells.get(new OutsideCell()).exe().mount(), dentry));
  }

  private static Target ofDescriptor(Cells cells, OpenFileState file) {
    return switch (file) {
      case null -> new Gone();
      case OpenFileState.OpenPath open -> new At(open.path());
      case OpenFileState.OpenPidfd pidfd -> new Process();
      case OpenFileState.OpenSocket(Socket socket) -> at(cells, new SocketDentry(socket));
    };
  }
}
