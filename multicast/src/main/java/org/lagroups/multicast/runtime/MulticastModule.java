package org.lagroups.multicast.runtime;

import java.util.Optional;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/** Multicast as a part of a node. */
public final class MulticastModule implements NodeModule {

  private final Optional<StandardStreams> standard;

  /** In a node to which nobody's standard input and output belong. */
  public MulticastModule() {
    this(Optional.empty());
  }

  private MulticastModule(Optional<StandardStreams> standard) {
    this.standard = standard;
  }

  /** In a node that a command runs within itself. */
  public static MulticastModule with(StandardStreams standard) {
    return new MulticastModule(Optional.of(standard));
  }

  @Override
  public String name() {
    return GroupNotes.MODULE;
  }

  @Override
  public Schema schema() {
    return GroupNotes.SCHEMA;
  }

  @Override
  public OpenModule open(ModuleHost host) {
    return OpenCast.open(host, standard);
  }
}
