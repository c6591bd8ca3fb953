// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace hierascope::widgets {

namespace {

const QString kEnglish = QStringLiteral("en");

void install(QCoreApplication& application, const QString& file, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QStringList languageCodes() {
    return {kEnglish, QStringLiteral("de"), QStringLiteral("zh_CN")};
}

QString languageFor(const QString& locale) {
    const QStringList codes = languageCodes();
    const QString plain = locale.section(QLatin1Char('.'), 0, 0);
    if (codes.contains(plain))
        return plain;
    const QString language = plain.section(QLatin1Char('_'), 0, 0);
    const bool isTraditional = plain.contains(QStringLiteral("TW")) ||
                               plain.contains(QStringLiteral("HK")) ||
                               plain.contains(QStringLiteral("Hant"));
    if (language == QStringLiteral("zh"))
        return isTraditional ? kEnglish : QStringLiteral("zh_CN");
    return codes.contains(language) ? language : kEnglish;
}

void useLanguage(QCoreApplication& application, const QString& code) {
    QLocale::setDefault(code == kEnglish ? QLocale(QLocale::English, QLocale::UnitedStates)
                                         : QLocale(code));
    if (code == kEnglish)
        return;
    // Qt's own words (in file dialogs), where the system has them, then ours.
    install(application, QStringLiteral("qtbase_") + code,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("hierascope_") + code, QStringLiteral(":/translations"));
}

} // namespace hierascope::widgets
