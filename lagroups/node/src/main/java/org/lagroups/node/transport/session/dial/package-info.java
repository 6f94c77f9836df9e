/**
 * Dialling peers with which there is no session.
 *
 * <p>Start with {@link org.lagroups.node.transport.session.dial.Dialler}, which goes through the
 * addresses of each wanted peer and pauses between rounds.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop; only name look-ups run elsewhere.
 */
@NullMarked
package org.lagroups.node.transport.session.dial;

import org.jspecify.annotations.NullMarked;
