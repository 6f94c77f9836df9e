package org.lagroups.core.group.protocol;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.group.spread.Outbox;
import org.lagroups.machine.Environment;

/** Sets each timer to the earliest moment at which some group has something to do. */
final class Timetable {

  private static final long NEVER = Long.MAX_VALUE;

  private final Environment<GroupTimer> environment;
  private final GroupTable table;
  private final Outbox outbox;
  private final Map<GroupTimer, Long> armedNanos = new EnumMap<>(GroupTimer.class);

  Timetable(Environment<GroupTimer> environment, GroupTable table, Outbox outbox) {
    this.environment = environment;
    this.table = table;
    this.outbox = outbox;
  }

  /** Sets all timers anew where they have changed. */
  void arm() {
    for (GroupTimer timer : GroupTimer.values()) {
      long due = timer == GroupTimer.RELAY ? outbox.dueNanos() : earliestNanos(timer);
      Long armed = armedNanos.get(timer);
      if (due == NEVER && armed != null) {
        armedNanos.remove(timer);
        environment.cancelTimer(timer);
      } else if (due != NEVER && (armed == null || armed != due)) {
        armedNanos.put(timer, due);
        environment.setTimer(timer, millisUntil(due));
      }
    }
  }

  /** A timer has fired, perhaps early; it has to be set again for what is left. */
  void fired(GroupTimer timer) {
    armedNanos.remove(timer);
  }

  /** The groups for which this timer is due now. */
  List<GroupTable.Membership> due(GroupTimer timer) {
    long now = environment.elapsedNanos();
    return table.all().stream().filter(group -> dueNanos(timer, group.state()) <= now).toList();
  }

  private long earliestNanos(GroupTimer timer) {
    return table.all().stream()
        .mapToLong(group -> dueNanos(timer, group.state()))
        .min()
        .orElse(NEVER);
  }

  private static long dueNanos(GroupTimer timer, GroupState state) {
    return switch (timer) {
      case ADVERTISE -> state.own().dueNanos();
      case EXPIRE -> state.lookout().dueNanos();
      case REPAIR -> state.neighbours().comparisonDueNanos();
      case JOIN -> state.admission().deadlineNanos();
      case RELAY -> NEVER;
    };
  }

  private long millisUntil(long dueNanos) {
    long nanos = Math.max(0, dueNanos - environment.elapsedNanos());
    return TimeUnit.NANOSECONDS.toMillis(nanos + 999_999);
  }
}
