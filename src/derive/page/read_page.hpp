// SPDX-License-Identifier: MIT
// A document to its page.
#pragma once

#include "derive/page/page.hpp"
#include "document/document.hpp"

namespace reckon::derive {

/// `document` and `sources` must outlive the page. Linear.
Page read_page(const base::Sources& sources, const document::Document& document);

}  // namespace reckon::derive
