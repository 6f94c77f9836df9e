/**
 * Questions about the world, put to the nodes under test: the addresses of a name, the key of a
 * server, what is behind a URL.
 *
 * <p>Start with {@link org.lagroups.core.monitor.ask.QuestionMachine}: it puts {@link
 * org.lagroups.core.monitor.ask.Question}s to nodes, answers those of others, and hands all answers
 * to a {@link org.lagroups.core.monitor.vote.VotingMonitor}. How a node finds its own is behind the
 * port {@link org.lagroups.core.monitor.ask.AnswerSource}.
 *
 * <p>On the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.monitor.ask;

import org.jspecify.annotations.NullMarked;
