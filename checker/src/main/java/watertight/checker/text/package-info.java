/**
 * The notation of litmus files, scenarios and traces: one parser and one printer for each part of
 * it. What the steps do is not known here, and nothing is run.
 *
 * <p>Start reading at {@link watertight.checker.text.LitmusParser} and {@link
 * watertight.checker.text.ScenarioParser}; how a call is written stands once, as a {@link
 * watertight.checker.text.CallForm} in the class of its family. Whatever is wrong with a file is an
 * {@link watertight.checker.text.InputError}.
 */
@NullMarked
package watertight.checker.text;

import org.jspecify.annotations.NullMarked;
