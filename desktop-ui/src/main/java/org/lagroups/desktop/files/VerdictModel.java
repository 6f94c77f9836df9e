package org.lagroups.desktop.files;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Problem;
import org.lagroups.fileshare.api.GiveVerdict;
import org.lagroups.fileshare.api.VerdictList;
import org.lagroups.node.control.client.ControlClient;

/** What this node's person says of one file. On the JavaFX thread. */
public final class VerdictModel implements AutoCloseable {

  /** A word on a file. */
  public enum Verdict {
    NONE,
    GOOD,
    BAD
  }

  private static final String VERDICTS = "/v1/share/verdicts";

  private final Api api;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable Answer<VerdictList> asked;

  /**
   * About no file yet.
   *
   * @param changed called when the node has taken a verdict, or taken one back
   */
  public VerdictModel(Api api, Runnable changed) {
    this.api = api;
    this.changed = changed;
  }

  /** Is about this file from now on, and {@code said} is what the node knows of it. */
  public void show(String root, @Nullable String said) {
    if (!root.equals(file.get())) {
      file.set(root);
      problem.set(null);
      drop();
    }
    if (!busy.get()) {
      verdict.set(asVerdict(said));
    }
  }

  /** Gives a verdict; the reason is for everyone in the group to read. */
  public void give(boolean good, String reason) {
    ask(
        api.post(VERDICTS, new GiveVerdict(file.get(), good, reason.strip()), VerdictList.class),
        good ? Verdict.GOOD : Verdict.BAD);
  }

  /** Takes the verdict back. */
  public void undo() {
    ask(
        api.delete(VERDICTS + "/" + ControlClient.escape(file.get()), VerdictList.class),
        Verdict.NONE);
  }

  /** The root of the file that it is about; empty before there is one. */
  public ReadOnlyStringProperty file() {
    return file.getReadOnlyProperty();
  }

  /** What was said. */
  public ReadOnlyObjectProperty<Verdict> verdict() {
    return verdict.getReadOnlyProperty();
  }

  /** Why the node has not taken the last one; null if it has. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the node is being told. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  @Override
  public void close() {
    drop();
  }

  private void ask(Answer<VerdictList> answer, Verdict then) {
    drop();
    asked = answer;
    busy.set(true);
    problem.set(null);
    answer
        .then(_ -> {
          if (answer.equals(asked)) {
            busy.set(false);
            verdict.set(then);
          }
          changed.run();
        })
        .otherwise(why -> {
          busy.set(false);
          problem.set(why);
        });
  }

  private void drop() {
    if (asked != null) {
      asked.leave();
      asked = null;
    }
    busy.set(false);
  }

  private static Verdict asVerdict(@Nullable String said) {
    if (Objects.equals(said, "good")) {
      return Verdict.GOOD;
    }
    return Objects.equals(said, "bad") ? Verdict.BAD : Verdict.NONE;
  }
}
