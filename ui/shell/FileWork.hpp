// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Csv.hpp"
#include "base/Result.hpp"
#include "commerce/ShopOrderTable.hpp"
#include "ui/models/OrderPapers.hpp"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

/// Files read and written on another thread: a network disk may take its time. The answer comes on the GUI
/// thread, and not at all when `context` is gone by then.
namespace vitrina::ui {

void readTable(const QString& path, QObject* context, std::function<void(Result<CsvTable>)> told);
/// Who on this computer may read a file: what names buyers is its owner's only.
enum class Readers { None, Usual, Owner };
/// Orders of a shop; `offsetMs` as in commerce::readShopOrders().
void readOrders(const QString& path, const std::string& shop, const std::string& currency,
                std::int64_t offsetMs, QObject* context,
                std::function<void(Result<commerce::OrderTable>)> told);
/// All of it or nothing: an older file of that name stays until the new one is whole.
void writeFile(const QString& path, const std::string& content, QObject* context,
               std::function<void(Result<void>)> told, Readers readers = Readers::Usual);
/// As writeFile(), painted there too. A paper that names buyers is its owner's.
void writePaper(const QString& path, const Paper& paper, QObject* context,
                std::function<void(Result<void>)> told);

} // namespace vitrina::ui
