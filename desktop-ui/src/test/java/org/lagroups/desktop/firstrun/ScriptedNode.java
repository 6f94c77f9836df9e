package org.lagroups.desktop.firstrun;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Problem;

/** A node that starts, or fails to, when the test says so. */
final class ScriptedNode implements OwnNode {

  private final boolean isNew;
  private final List<String> starts = new ArrayList<>();
  private final List<Problem> unasked = new ArrayList<>();
  private Answer<Boolean> last = new Answer<>(unasked::add);

  ScriptedNode(boolean isNew) {
    this.isNew = isNew;
  }

  @Override
  public boolean isNew() {
    return isNew;
  }

  @Override
  public Answer<Boolean> start(String name, char[] passphrase) {
    starts.add(name + "/" + new String(passphrase));
    last = new Answer<>(unasked::add);
    return last;
  }

  void started() {
    last.complete(true);
  }

  void failed(String code) {
    last.fail(new Problem(code, "it is " + code, "do something"));
  }

  /** Each start asked for, as {@code NAME/PASSPHRASE}. */
  List<String> starts() {
    return starts;
  }
}
