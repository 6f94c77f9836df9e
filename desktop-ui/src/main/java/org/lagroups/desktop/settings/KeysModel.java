package org.lagroups.desktop.settings;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.KeyBackup;

/** A copy of the node's keys that is being made. On the JavaFX thread. */
final class KeysModel implements AutoCloseable {

  private final KeyBackup keys;
  private final ReadOnlyBooleanWrapper copying = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Path> copy = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Answer<Path> asked;

  KeysModel(KeyBackup keys) {
    this.keys = keys;
  }

  /** Whether the keys can be copied from here. */
  boolean isHere() {
    return keys.isHere();
  }

  ReadOnlyBooleanProperty copying() {
    return copying.getReadOnlyProperty();
  }

  /** The last copy that was made; or null. */
  ReadOnlyObjectProperty<@Nullable Path> copy() {
    return copy.getReadOnlyProperty();
  }

  /** Why none was made; or null. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Makes one; while one is being made, nothing else is begun. */
  void copyInto(String folder) {
    if (copying.get()) {
      return;
    }
    copying.set(true);
    copy.set(null);
    problem.set(null);
    asked =
        keys.copyInto(folder)
            .then(made -> {
              copying.set(false);
              copy.set(made);
            })
            .otherwise(why -> {
              copying.set(false);
              problem.set(why);
            });
  }

  @Override
  public void close() {
    if (asked != null) {
      asked.leave();
    }
  }
}
