package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.Syscall;

/**
 * How a call is written: its name and its parameters, for the parser and the printer alike.
 *
 * @param <C> the call
 */
final class CallForm<C extends Syscall> {
  private final String name;
  private final Function<Values, C> make;
  private final List<Param<? super C>> params;

  private CallForm(String name, Function<Values, C> make, List<Param<? super C>> params) {
    this.name = name;
    this.make = make;
    this.params = params;
  }

  /**
   * The form of a call.
   *
   * @param name the name, such as {@code open}
   * @param make makes the call of its arguments
   * @param params the parameters, in order
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <C extends Syscall> CallForm<C> of(
      String name, Function<Values, C> make, Param<? super C>... params) {
    return new CallForm<>(name, make, List.of(params));
  }

  String name() {
    return name;
  }

  /** The beginning of a call, of which nothing is read yet. */
  Started start(Reading reading) {
    return new Started(reading);
  }

  /** A call that is being read, perhaps from two lines. */
  final class Started {
    private final Values values = new Values(params.size());
    private final Reading reading;
    private int next;

    private Started(Reading reading) {
      this.reading = reading;
      for (int i = 0; i < params.size(); i++) {
        values.set(i, params.get(i).absent());
      }
    }

    String name() {
      return name;
    }

    Reading reading() {
      return reading;
    }

    /**
     * Reads to the end of the arguments.
     *
     * @return whether the end was reached; otherwise {@code <unfinished ...>} was
     */
    boolean read(Cursor in) {
      boolean first = true;
      while (!in.accept(")")) {
        if (mayStopBefore(next) && in.accept("<unfinished ...>")) {
          return false;
        }
        if (next == params.size()) {
          throw in.expected("\")\"");
        }
        if (!first && !in.accept(",")) {
          throw in.expected(mayEndBefore(next) ? "\",\" or \")\"" : "\",\"");
        }
        if (!first && mayStopBefore(next) && in.accept("<unfinished ...>")) {
          return false;
        }
        values.set(next, params.get(next).read(in, reading));
        next++;
        first = false;
        if (!mayEndBefore(next) && in.accept(")")) {
          throw in.error(in.at() - 1, "\")\"", "\",\" and the next argument of " + name);
        }
      }
      if (!mayEndBefore(next)) {
        throw in.error(in.at() - 1, "\")\"", "an argument of " + name);
      }
      return true;
    }

    C call() {
      return make.apply(values);
    }
  }

  private boolean mayEndBefore(int place) {
    return params.subList(place, params.size()).stream().allMatch(Param::isOptional);
  }

  private boolean mayStopBefore(int place) {
    return mayEndBefore(place) || place >= firstOut();
  }

  private int firstOut() {
    int place = 0;
    while (place < params.size() && !params.get(place).isOut()) {
      place++;
    }
    return place;
  }

  /** The whole call. */
  String whole(C call, Writing writing) {
    return name + "(" + String.join(", ", written(call, writing, 0, params.size())) + ")";
  }

  /** The call up to where it waits. */
  String begin(C call, Writing writing) {
    List<String> before = written(call, writing, 0, firstOut());
    String gap = before.isEmpty() ? "" : firstOut() < params.size() ? ", " : " ";
    return name + "(" + String.join(", ", before) + gap + "<unfinished ...>";
  }

  /** The call from where it waited. */
  String end(C call, Writing writing) {
    List<String> after = written(call, writing, firstOut(), params.size());
    String gap = after.isEmpty() ? "" : " ";
    return "<... " + name + " resumed>" + gap + String.join(", ", after) + ")";
  }

  private List<String> written(C call, Writing writing, int from, int to) {
    List<String> texts = new ArrayList<>();
    for (Param<? super C> param : params.subList(from, to)) {
      @Nullable String text = param.write(call, writing);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** This form and a call of it. */
  Spelled with(C call) {
    return new Spelled() {
      @Override
      public String whole(Writing writing) {
        return CallForm.this.whole(call, writing);
      }

      @Override
      public String begin(Writing writing) {
        return CallForm.this.begin(call, writing);
      }

      @Override
      public String end(Writing writing) {
        return CallForm.this.end(call, writing);
      }
    };
  }

  /** A call that knows how it is written. */
  interface Spelled {
    String whole(Writing writing);

    String begin(Writing writing);

    String end(Writing writing);
  }
}
