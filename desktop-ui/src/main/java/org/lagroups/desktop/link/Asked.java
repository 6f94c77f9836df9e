package org.lagroups.desktop.link;

import java.util.ArrayList;
import java.util.List;

/** What one model has asked and not been answered yet. On the JavaFX thread. */
public final class Asked {

  private final List<Answer<?>> open = new ArrayList<>();

  /** Remembers it until it is answered. */
  public <T> Answer<T> add(Answer<T> answer) {
    open.removeIf(Answer::isGiven);
    open.add(answer);
    return answer;
  }

  /** Nobody waits any more for what was read. */
  public void cancel() {
    open.forEach(Answer::cancel);
    open.clear();
  }

  /** Nobody looks any more where a refusal would be shown: the user is told of it instead. */
  public void leave() {
    open.forEach(Answer::leave);
    open.clear();
  }
}
