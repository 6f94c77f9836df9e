package org.lagroups.scenarios.bench.group.host;

import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.process.Orders;

/** A process with some members of one group. It ends when its input does. */
public final class GroupHost {

  private static final long LONGEST_JOIN_MILLIS = 60_000;

  private final List<Member> members = new ArrayList<>();

  private GroupHost() {}

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
    GroupHost host = new GroupHost();
    try (MemberSource source = source(library, pace, Path.of(args[2]), args[3])) {
      host.start(source, count, contact);
      Orders.take(host::obey);
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
  }

  private String obey(String[] order) throws InterruptedException {
    return switch (order[0]) {
      case "settle" -> {
        int size = Integer.parseInt(order[1]);
        yield Orders.came(await(Long.parseLong(order[2]), member -> member.isSettled(size)));
      }
      case "see" -> {
        int size = Integer.parseInt(order[1]);
        yield Orders.came(await(Long.parseLong(order[2]), member -> member.seen() == size));
      }
      case "contact" -> members.getFirst().contact();
      case "id" -> members.getFirst().id();
      default -> number(order).map(String::valueOf).orElseGet(() -> Orders.unknown(order));
    };
  }

  private Optional<Long> number(String[] order) {
    return switch (order[0]) {
      case "members" -> Optional.of((long) members.size());
      case "bytes" -> Optional.of(SentBytes.total());
      case "seeing" -> Optional.of(members.stream().filter(one -> one.sees(order[1])).count());
      case "drops" -> Optional.of(sum(one -> one.drops().total()));
      case "drops-of" -> Optional.of(sum(one -> one.drops().of(order[1])));
      case "withdrawals" -> Optional.of(sum(one -> one.withdrawals().total()));
      case "withdrawals-of" -> Optional.of(sum(one -> one.withdrawals().of(order[1])));
      default -> Optional.empty();
    };
  }

  private boolean await(long millis, Predicate<Member> condition) throws InterruptedException {
    return LocalCluster.await(millis, () -> members.stream().allMatch(condition));
  }

  private long sum(ToLongFunction<Member> count) {
    return members.stream().mapToLong(count).sum();
  }
}
