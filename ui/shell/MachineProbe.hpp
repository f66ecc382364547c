// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/StatusLine.hpp"

#include <QObject>
#include <QString>
#include <QThread>

namespace vitrina::ui {

/// Reads, every two seconds and on a thread of its own, how much of a core this process uses and how
/// much room is left where recordings go: a network disk may block for long.
class MachineProbe final : public QObject {
    Q_OBJECT

  public:
    explicit MachineProbe(QString recordFolder, QObject* parent = nullptr);
    ~MachineProbe() override;

  signals:
    /// Comes on the thread of whoever listens.
    void measured(const vitrina::ui::MachineLoad& load);

  private:
    QThread thread_;
};

} // namespace vitrina::ui
