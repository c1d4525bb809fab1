/**
 * Signals: who may send which, what is pending, blocked, ignored or handled, and what delivery does
 * (man 7 signal; kernel/signal.c). Start reading at {@link watertight.model.linux.signal.Sending}
 * and {@link watertight.model.linux.signal.Delivery}. Whose child or group a task is: {@link
 * watertight.model.linux.process}.
 */
package watertight.model.linux.signal;
