// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/WindowRig.hpp"

#include <QByteArray>

namespace vitrina::test {

/// The demo's products in the shop book, with two months of prices.
void fillShopBook(WindowRig& rig);
/// A table with everything in it that a table can have: new, changed, bad.
QByteArray mixedTable();

QWidget* showProducts(WindowRig& rig);
QWidget* showProduct(WindowRig& rig);
QWidget* showProductImport(WindowRig& rig);
QWidget* showProductPhoto(WindowRig& rig);
QWidget* showProductPhotoNone(WindowRig& rig);
QWidget* showProductsRemoval(WindowRig& rig);

} // namespace vitrina::test
