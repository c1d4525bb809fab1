package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;
import watertight.model.Result;

/** What a party sees of a step that was done. */
public sealed interface Seen extends Result.Answer {
  /** As the notation writes it. */
  String text();

  /** It was done. */
  record Done() implements Seen {
    @Override
    public String text() {
      return "ok";
    }
  }

  /** What was read. */
  record Bytes(String content) implements Seen {
    @Override
    public String text() {
      return '"' + content + '"';
    }
  }

  /** The abort page: reads are all ones, writes are dropped. */
  record AbortPage() implements Seen {
    @Override
    public String text() {
      return "abort-page";
    }
  }

  /**
   * A page was evicted.
   *
   * @param blob where it is kept
   * @param code something that is told and is no refusal, or null
   * @param plain what can be read of it, or null when it is encrypted
   */
  record Evicted(int blob, @Nullable SgxCode code, @Nullable String plain) implements Seen {
    /** The number of a blob that was not kept. */
    public static final int DROPPED = -1;

    @Override
    public String text() {
      String report = code == null ? "" : " " + code.text();
      String bytes = plain == null ? "" : " \"" + plain + '"';
      return (blob == DROPPED ? "dropped" : "blob @b" + blob) + report + bytes;
    }
  }

  /** A report that is no refusal. */
  record Reported(SgxCode code) implements Seen {
    @Override
    public String text() {
      return code.text();
    }
  }

  /** A key, named by what it is derived from. */
  record Key(String of) implements Seen {
    @Override
    public String text() {
      return '"' + of + '"';
    }
  }

  /** The result of a step that was done. */
  static Result done() {
    return new Result.Returned(new Done());
  }
}
