package org.lagroups.node.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.lagroups.core.crypto.Identity;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.tables.DurableWrites;

/**
 * What a module has of its node from the beginning. All of it may be used from any thread, but for
 * {@link #writes}.
 */
public interface ModuleHost {

  /** The node's keys. */
  Identity identity();

  /** The settings it was started with. */
  NodeConfig config();

  /** A folder for the module's own files, which exists and which only its owner may read. */
  Path dataFolder();

  /** The node's database, with the module's tables in place. */
  StateStore store();

  /**
   * For what a person has decided: changes of the module's tables, and together with them those
   * that they cause in the node, are tried until they are on disk. On the event loop only.
   */
  DurableWrites writes();

  /** Where the module's machines will run; carries out work once the node has started. */
  NodeLoop loop();

  /** Tells clients of the control API what changes. */
  EventFeed events();

  /** What {@code /metrics} shows. */
  MeterRegistry metrics();
}
