package org.lagroups.core.group.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.Subscription;

/** Who wants to hear of changes in one group. */
final class Listeners {

  private final Notifications notifications;
  private final List<Listener> all = new ArrayList<>();

  private static final class Listener {
    final Consumer<GroupEvent> consumer;
    boolean open = true;

    Listener(Consumer<GroupEvent> consumer) {
      this.consumer = consumer;
    }

    void tell(GroupEvent event) {
      if (open) {
        consumer.accept(event);
      }
    }
  }

  Listeners(Notifications notifications) {
    this.notifications = notifications;
  }

  Subscription add(Consumer<GroupEvent> consumer) {
    Listener listener = new Listener(consumer);
    all.add(listener);
    return () -> {
      listener.open = false;
      all.remove(listener);
    };
  }

  /** Tells everyone who listens now, later, of what has happened. */
  void tell(GroupEvent event) {
    all.forEach(listener -> notifications.add(() -> listener.tell(event)));
  }

  /** From now on nobody hears anything, not even what has happened already. */
  void close() {
    all.forEach(listener -> listener.open = false);
    all.clear();
  }
}
