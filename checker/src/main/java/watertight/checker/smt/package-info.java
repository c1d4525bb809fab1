/**
 * Engine {@code smt}: proofs for every size, written in SMT-LIB in {@code specs/smt} and checked
 * with Z3. A text is run as it stands, command by command; nothing in it is generated. Where a
 * guard is taken away, its assumption is turned round. Start at {@link
 * watertight.checker.smt.SmtEngine}.
 */
@NullMarked
package watertight.checker.smt;

import org.jspecify.annotations.NullMarked;
