/**
 * The way of a packet through everything that looks at it: fragments, flows, streams, rules.
 *
 * <p>Start with {@link org.lagroups.wormguard.inspect.Inspector}, which takes frames one after
 * another, whether they come from a file, an interface or between two interfaces, gives a verdict
 * for each, and tells an {@link org.lagroups.wormguard.inspect.FindingSink} what was found. Each
 * thread has its own over a {@link org.lagroups.wormguard.engine.RuleIndex} that all share; another
 * index can take its place while flows go on.
 *
 * <p>What a stream brings is judged part by part, each together with the last bytes before it: see
 * {@link org.lagroups.wormguard.inspect.InspectSettings#windowBytes()}. A rule that held in a
 * stream is judged on what follows from then on, so that the same bytes do not alert twice.
 *
 * <p>Frames can be taken together and then judged one after another. What is kept of their flows
 * lies anywhere in memory; so it is read for all of them at once, and none has to wait for its own.
 *
 * <p>All memory is taken at the start, and all of it is bounded. Nothing is created for a packet
 * without an alert. Bytes are copied only where a stream has earlier ones that its new ones are
 * judged with, where segments or fragments have to wait, and at the end of each part of a stream,
 * for the window.
 */
@NullMarked
package org.lagroups.wormguard.inspect;

import org.jspecify.annotations.NullMarked;
