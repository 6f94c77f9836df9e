/** Tests. */
@NullMarked
package org.lagroups.wormguard.rule.address;

import org.jspecify.annotations.NullMarked;
