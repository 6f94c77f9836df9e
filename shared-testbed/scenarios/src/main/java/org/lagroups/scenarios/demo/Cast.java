package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.identity.IdentityStore;
import org.lagroups.node.state.identity.Passphrase;
import org.lagroups.scenarios.adversary.LyingRelay;
import org.lagroups.scenarios.demo.GraphPicture.Edge;
import org.lagroups.scenarios.process.Cli;
import org.lagroups.scenarios.process.NodeChild;

/** The demo's nodes, by name. */
final class Cast implements AutoCloseable {

  private final Path folder;
  private final Map<String, NodeId> ids = new LinkedHashMap<>();
  private final Map<NodeId, String> names = new LinkedHashMap<>();
  private final Map<String, NodeChild> processes = new LinkedHashMap<>();

  /** Makes homes with identities and settings below {@code folder}; starts nothing. */
  Cast(Path folder) {
    this.folder = folder;
    for (String name : Topology.ALL) {
      HomeFolder home = HomeFolder.at(home(name));
      OwnerFiles.createFolder(home.state());
      NodeId id =
          new IdentityStore(home).openOrCreate(new SecureRandom(), Passphrase.NONE).nodeId();
      ids.put(name, id);
      names.put(id, name);
    }
    Topology.ALL.forEach(this::writeSettings);
  }

  /** Who cannot talk to a node is on its deny list; everything else is as for anybody. */
  private void writeSettings(String name) {
    String denied =
        Topology.ALL.stream()
            .filter(other -> !other.equals(name) && !Topology.canTalk(name, other))
            .map(other -> "\"" + ids.get(other) + "\"")
            .collect(Collectors.joining(", "));
    String settings =
        """
        name = "%s"

        [network]
        listen = "127.0.0.1"
        deny = [%s]

        [cast]
        uplink-bits-per-second = %d
        """
            .formatted(name, denied, Topology.uplinkMbps(name) * 1_000_000);
    try {
      Files.writeString(HomeFolder.at(home(name)).configFile(), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the settings of " + name, e);
    }
  }

  /** Starts all processes at once, and waits until every one answers. */
  void start() throws InterruptedException {
    for (String name : Topology.ALL) {
      Path home = home(name);
      processes.put(
          name,
          name.equals(Topology.LIAR)
              ? NodeChild.start(home, LyingRelay.class.getName(), List.of(home.toString()))
              : NodeChild.start(home));
    }
    for (NodeChild process : processes.values()) {
      process.awaitReady();
    }
  }

  Path home(String name) {
    return folder.resolve(name);
  }

  NodeId id(String name) {
    return Optional.ofNullable(ids.get(name)).orElseThrow();
  }

  String name(NodeId id) {
    return names.getOrDefault(id, id.abbreviated());
  }

  NodeChild process(String name) {
    return Optional.ofNullable(processes.get(name)).orElseThrow();
  }

  /** Types commands at a node. */
  Cli at(String name) {
    return new Cli(home(name));
  }

  /** A node's view of a group. */
  View view(String name, GroupId group) {
    GroupView view = process(name).control().get("/v1/groups/" + group, GroupView.class);
    return new View(
        view.members().stream()
            .map(member -> name(member.node()))
            .collect(Collectors.toUnmodifiableSet()),
        view.attestations().stream()
            .map(edge -> new Edge(name(edge.attester()), name(edge.attestee())))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Ends all processes, and waits for them. */
  @Override
  public void close() {
    processes.values().parallelStream().forEach(NodeChild::close);
  }
}
