package watertight.checker.smt;

import java.util.Arrays;
import watertight.checker.trace.SgxTrace;
import watertight.model.Result;
import watertight.model.enclave.sgx.Seen;
import watertight.model.enclave.sgx.SgxCode;

/** What {@code specs/smt/sgx-access.smt2} says of an access. */
public enum AccessOutcome {
  DONE("done", ""),
  ABORTED("aborted", new Seen.AbortPage().text()),
  PAGE_FAULT("page-fault", SgxCode.PF.text()),
  SGX_FAULT("sgx-fault", SgxCode.PF_SGX.text()),
  PROTECTION_FAULT("protection-fault", SgxCode.GP.text());

  private final String word;
  private final String result;

  AccessOutcome(String word, String result) {
    this.word = word;
    this.result = result;
  }

  /** As the text writes it. */
  public String word() {
    return word;
  }

  static AccessOutcome ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElseThrow();
  }

  /** What a result of the model is to the text. */
  public static AccessOutcome of(Result result) {
    String shown = SgxTrace.text(result);
    return Arrays.stream(values()).filter(one -> one.result.equals(shown)).findFirst().orElse(DONE);
  }
}
