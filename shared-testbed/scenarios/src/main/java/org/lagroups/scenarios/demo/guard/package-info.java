/**
 * The demo's stage about worms: five of its nodes are gateways, one of which sees an outbreak; two
 * others collude.
 *
 * <p>Start with {@link org.lagroups.scenarios.demo.guard.GuardStage}, whose methods are the demo's
 * steps. {@code Gateways} asks all of them; {@code Exhibits} is what remains to be shown.
 */
@NullMarked
package org.lagroups.scenarios.demo.guard;

import org.jspecify.annotations.NullMarked;
