/**
 * The demo: eight real node processes form a group that is not a clique, share and verify files
 * while one relay lies, block a worm that three of them vouch against while two others collude, and
 * lose one of them while it relays a video to the others.
 *
 * <p>Start with {@link org.lagroups.scenarios.demo.DemoCommand}. {@code Cast} holds the nodes,
 * {@code Demo} the steps; each step is believed only if it was observed from outside the nodes.
 */
@NullMarked
package org.lagroups.scenarios.demo;

import org.jspecify.annotations.NullMarked;
