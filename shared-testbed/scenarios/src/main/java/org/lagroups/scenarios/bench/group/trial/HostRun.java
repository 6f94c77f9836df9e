package org.lagroups.scenarios.bench.group.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lagroups.scenarios.bench.group.host.GroupHost;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.group.host.Pace;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;

/**
 * What a {@link GroupHost} in a process of its own runs.
 *
 * @param folder for the members' files
 * @param address where they listen
 * @param members their number
 * @param contact of a member of the group to join; if there is none, the first founds a group
 */
record HostRun(
    Library library,
    Pace pace,
    Path folder,
    String address,
    int members,
    Optional<String> contact) {

  private static final int HEAP_MEGABYTES = 512;

  /**
   * Starts it; does not wait until it has.
   *
   * @param inside makes of a command the one that runs it in the right place
   */
  ObedientProcess start(UnaryOperator<List<String>> inside) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                library.name(), pace.name(), folder.toString(), address, String.valueOf(members)));
    contact.ifPresent(arguments::add);
    List<String> command =
        JavaCommand.of(GroupHost.class, HEAP_MEGABYTES, arguments.toArray(String[]::new));
    return ObedientProcess.start(inside.apply(command));
  }
}
