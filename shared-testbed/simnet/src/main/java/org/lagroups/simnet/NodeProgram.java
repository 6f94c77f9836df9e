package org.lagroups.simnet;

/**
 * Builds what runs on a node: called each time that the node starts, so it makes everything anew
 * and takes from {@link Host#storage} what has to survive.
 *
 * @param <A> what the test wants to get at: a machine, or a record of several
 */
@FunctionalInterface
public interface NodeProgram<A> {

  /** Installs the node's machines; they are started, in this order, when it returns. */
  A install(Host host);
}
