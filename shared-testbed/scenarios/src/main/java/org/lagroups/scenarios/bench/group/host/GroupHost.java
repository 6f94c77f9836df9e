package org.lagroups.scenarios.bench.group.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
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
   * @param args library, pace, folder for files, address to listen at, number of members, and the
   *     contact of a member to join; without one the first member founds the group
   */
  public static void main(String[] args) throws Exception {
    Library library = Library.valueOf(args[0]);
    Pace pace = Pace.valueOf(args[1]);
    int count = Integer.parseInt(args[4]);
    Optional<String> contact = args.length > 5 ? Optional.of(args[5]) : Optional.empty();
    GroupHost host = new GroupHost(System.out);
    try (MemberSource source = source(library, pace, Path.of(args[2]), args[3])) {
      host.start(source, count, contact);
      host.obey();
      host.members.forEach(Member::close);
    }
    // Libraries keep threads that would keep the process.
    System.exit(0);
  }

  private static MemberSource source(Library library, Pace pace, Path folder, String address)
      throws UnknownHostException {
    return switch (library) {
      case LAGROUPS -> new OurMembers(folder, pace, address);
      case JGROUPS -> new JGroupsMembers(pace, address);
      case SCALECUBE -> new ScaleCubeMembers(pace, address);
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
        case "members" -> answer(members.size());
        case "id" -> answer(members.getFirst().id());
        case "bytes" -> answer(SentBytes.total());
        case "seeing" -> answer(members.stream().filter(one -> one.sees(order[1])).count());
        case "drops" -> answer(sum(one -> one.drops().total()));
        case "drops-of" -> answer(sum(one -> one.drops().of(order[1])));
        case "withdrawals" -> answer(sum(one -> one.withdrawals().total()));
        case "withdrawals-of" -> answer(sum(one -> one.withdrawals().of(order[1])));
        default -> answer("unknown order " + order[0]);
      }
    }
  }

  private String await(long millis, Predicate<Member> condition) throws InterruptedException {
    return LocalCluster.await(millis, () -> members.stream().allMatch(condition)) ? "done" : LATE;
  }

  private long sum(ToLongFunction<Member> count) {
    return members.stream().mapToLong(count).sum();
  }

  private void answer(long number) {
    answer(String.valueOf(number));
  }

  private void answer(String text) {
    out.println(ANSWER + text);
    out.flush();
  }
}
