package org.lagroups.node.cli.core;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.BanView;
import org.lagroups.node.control.api.GroupView.MemberView;

/** How people name the members of a group, in both directions. */
public final class MemberNames {

  private static final String SELF = "me";

  /** A row of {@code lag group show}: a group has 64 at most. */
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");

  private final GroupView view;
  private final Map<NodeId, String> names = new HashMap<>();

  public MemberNames(GroupView view) {
    this.view = view;
    view.members().forEach(member -> names.put(member.node(), member.name()));
  }

  /**
   * The node that a person means by an ID, the beginning of one, a member's name, its number in
   * {@code lag group show}, or {@code me}.
   *
   * @throws CommandFailedException if it is no one, or more than one
   */
  public NodeId resolve(String text) {
    if (text.equals(SELF)) {
      return view.you();
    }
    List<NodeId> byName =
        view.members().stream()
            .filter(member -> member.name().equalsIgnoreCase(text))
            .map(MemberView::node)
            .toList();
    List<NodeId> fitting =
        NUMBER.matcher(text).matches()
            ? byNumberOr(byName, text)
            : byName.isEmpty() ? byPrefix(text) : byName;
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    if (fitting.isEmpty()) {
      return byFullId(text);
    }
    throw new CommandFailedException(
        "several members are meant by " + Output.safe(text),
        "give more of the ID: " + String.join(", ", fitting.stream().map(this::text).toList()));
  }

  /** A node for people to read: its name if it has one, and enough of its ID. */
  public String text(NodeId node) {
    String name = names.getOrDefault(node, "");
    return name.isEmpty()
        ? node.abbreviated()
        : Output.safe(name) + " (" + node.abbreviated() + ")";
  }

  /** The short form: the name alone if it is not shared with another member. */
  public String brief(NodeId node) {
    String name = names.getOrDefault(node, "");
    boolean unique = names.values().stream().filter(name::equals).count() == 1;
    return name.isEmpty() || !unique ? node.abbreviated() : Output.safe(name);
  }

  /** No ID begins with a digit, but names can be numbers: then both are meant. */
  private List<NodeId> byNumberOr(List<NodeId> byName, String text) {
    Set<NodeId> fitting = new TreeSet<>(byName);
    int number = Integer.parseInt(text);
    if (number <= view.members().size()) {
      fitting.add(view.members().get(number - 1).node());
    }
    return List.copyOf(fitting);
  }

  private List<NodeId> byPrefix(String text) {
    String wanted = compact(text);
    return Stream.concat(
            view.members().stream().map(MemberView::node), view.bans().stream().map(BanView::node))
        .distinct()
        .filter(node -> compact(node.toString()).startsWith(wanted))
        .toList();
  }

  private static NodeId byFullId(String text) {
    try {
      return NodeId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          "no member is called " + Output.safe(text), "see: lag group show");
    }
  }

  private static String compact(String text) {
    return text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}
