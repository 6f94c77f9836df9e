/**
 * Invitation links: how somebody outside a group gets in touch with a member, in a text that can be
 * sent by any messenger. See {@link org.lagroups.node.invitation.InvitationLink}.
 */
@NullMarked
package org.lagroups.node.invitation;

import org.jspecify.annotations.NullMarked;
