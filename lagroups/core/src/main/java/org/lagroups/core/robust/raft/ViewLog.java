package org.lagroups.core.robust.raft;

import io.microraft.statemachine.StateMachine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.message.NewTerm;

/** The views that were agreed on, one after the other: of the library's log, what it is for. */
final class ViewLog implements StateMachine {

  private final Consumer<AgreedView> onView;
  private @Nullable AgreedView latest;

  ViewLog(Consumer<AgreedView> onView) {
    this.onView = onView;
  }

  Optional<AgreedView> latest() {
    return Optional.ofNullable(latest);
  }

  /** The number of the latest view, 0 if there is none. */
  long number() {
    return latest == null ? 0 : latest.number();
  }

  /** A view that does not follow on the latest was proposed twice, and counts for nothing. */
  @Override
  public Object runOperation(long commitIndex, Object operation) {
    if (operation instanceof AgreedView view && view.number() == number() + 1) {
      apply(view);
    }
    return NewTerm.INSTANCE;
  }

  @Override
  public void takeSnapshot(long commitIndex, Consumer<Object> chunks) {
    AgreedView view = latest;
    chunks.accept(view == null ? NewTerm.INSTANCE : view);
  }

  @Override
  public void installSnapshot(long commitIndex, List<Object> chunks) {
    if (chunks.getFirst() instanceof AgreedView view && view.number() > number()) {
      apply(view);
    }
  }

  @Override
  public Object getNewTermOperation() {
    return NewTerm.INSTANCE;
  }

  private void apply(AgreedView view) {
    latest = view;
    onView.accept(view);
  }
}
