package org.lagroups.scenarios.bench.group.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lagroups.scenarios.cluster.LocalCluster;

/**
 * A process with some members of one group. Each line of its input is an order, answered by one
 * line that begins with {@link #ANSWER}; it ends when its input does.
 */
public final class GroupHost {

  /** What answers begin with: libraries print on the same stream. */
  public static final String ANSWER = "@ ";

  /** To conditions that did not come to hold in time. */
  public static final String LATE = "late";

  private static final long LONGEST_JOIN_MILLIS = 60_000;

  private final List<Member> members = new ArrayList<>();
  private final PrintStream out;

  private GroupHost(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs until the input ends.
   *
   * @param args library, T_a in milliseconds, folder for files, number of members, and the contact
   *     of a member to join; without one the first member founds the group
   */
  public static void main(String[] args) throws Exception {
    Library library = Library.valueOf(args[0]);
    Pace pace = new Pace(Long.parseLong(args[1]));
    int count = Integer.parseInt(args[3]);
    Optional<String> contact = args.length > 4 ? Optional.of(args[4]) : Optional.empty();
    GroupHost host = new GroupHost(System.out);
    try (MemberSource source = source(library, pace, Path.of(args[2]))) {
      host.start(source, count, contact);
      host.obey();
      host.members.forEach(Member::close);
    }
    // Libraries keep threads that would keep the process.
    System.exit(0);
  }

  private static MemberSource source(Library library, Pace pace, Path folder) {
    return switch (library) {
      case LAGROUPS -> new OurMembers(folder, pace);
      case JGROUPS -> new JGroupsMembers(pace);
      case SCALECUBE -> new ScaleCubeMembers();
    };
  }

  private void start(MemberSource source, int count, Optional<String> contact) throws Exception {
    for (int i = 0; i < count; i++) {
      Optional<String> known =
          members.isEmpty() ? contact : Optional.of(members.getFirst().contact());
      members.add(source.start(known));
      int so = members.size();
      if (contact.isEmpty()) {
        // One after the other: a member that founds a group of its own would have to be merged.
        await(LONGEST_JOIN_MILLIS, member -> member.seen() >= so);
      }
    }
    answer("started");
  }

  private void obey() throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] order = line.split(" ", -1);
      switch (order[0]) {
        case "settle" -> {
          int size = Integer.parseInt(order[1]);
          answer(await(Long.parseLong(order[2]), member -> member.isSettled(size)));
        }
        case "see" -> {
          int size = Integer.parseInt(order[1]);
          answer(await(Long.parseLong(order[2]), member -> member.seen() == size));
        }
        case "contact" -> answer(members.getFirst().contact());
        case "bytes" -> answer(String.valueOf(LoopbackBytes.sent()));
        case "losses" -> answer(String.valueOf(members.stream().mapToLong(Member::losses).sum()));
        default -> answer("unknown order " + order[0]);
      }
    }
  }

  private String await(long millis, Predicate<Member> condition) throws InterruptedException {
    return LocalCluster.await(millis, () -> members.stream().allMatch(condition)) ? "done" : LATE;
  }

  private void answer(String text) {
    out.println(ANSWER + text);
    out.flush();
  }
}
