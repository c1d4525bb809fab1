package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;

/**
 * An access within one page, as the check sees it.
 *
 * @param enclaveMode whether the processor is in enclave mode
 * @param inElrange whether the address lies in the ELRANGE of the enclave that it runs
 * @param pte the rights that the walk gives; null when there is no translation
 * @param inEpc whether the walk leads into the EPC
 * @param epcm the entry of the page that it leads to
 * @param use what the access does
 */
public record AccessQuery(
    boolean enclaveMode,
    boolean inElrange,
    @Nullable Rwx pte,
    boolean inEpc,
    EpcmFacts epcm,
    Use use) {}
