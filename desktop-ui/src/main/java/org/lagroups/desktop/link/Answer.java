package org.lagroups.desktop.link;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the node will answer to one request. Exactly one of {@link #then} and {@link #otherwise} is
 * called, once, on the JavaFX thread; a problem for which nobody has asked is told to the user.
 *
 * @param <T> the answer's type
 */
public final class Answer<T> {

  private final Consumer<Problem> unasked;
  private @Nullable Consumer<? super T> then;
  private @Nullable Consumer<Problem> otherwise;
  private @Nullable T value;
  private @Nullable Problem problem;
  private boolean isCancelled;

  /**
   * To be answered.
   *
   * @param unasked is told of a problem if {@link #otherwise} was not called before it came
   */
  public Answer(Consumer<Problem> unasked) {
    this.unasked = unasked;
  }

  /** What to do with the answer. */
  public Answer<T> then(Consumer<? super T> use) {
    then = use;
    if (value != null && !isCancelled) {
      use.accept(value);
    }
    return this;
  }

  /** What to do if there is none. */
  public Answer<T> otherwise(Consumer<Problem> use) {
    otherwise = use;
    if (problem != null && !isCancelled) {
      use.accept(problem);
    }
    return this;
  }

  /**
   * Nobody waits for it any more, whatever it is. For what is read; of what the node was asked to
   * do, which it does all the same, the user would not hear why it was refused.
   */
  public void cancel() {
    isCancelled = true;
  }

  /** Nobody looks any more where a refusal would be shown: the user is told of it instead. */
  public void leave() {
    otherwise = null;
  }

  /** Whether the node has answered, or there will be no answer. */
  public boolean isGiven() {
    return value != null || problem != null;
  }

  /** The node has answered. */
  public void complete(T answered) {
    value = answered;
    if (then != null && !isCancelled) {
      then.accept(answered);
    }
  }

  /** It has refused, or not answered. */
  public void fail(Problem why) {
    problem = why;
    if (isCancelled) {
      return;
    }
    (otherwise == null ? unasked : otherwise).accept(why);
  }
}
