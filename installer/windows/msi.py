"""The bundle as one MSI for the whole computer, by `wixl`: silent, runs nothing of its own, the same bytes for the same bundle."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from app import __version__
from installer.bundle import ROOT
from installer.windows import sign

_SPACE: Final = uuid.UUID("0d5f6a3e-3b2c-4d8e-9c57-6f1f5a0b7c11")
UPGRADE: Final = "7E0C2C0F-6B5B-4A37-9E0B-4C0F4B8B6D21"
"""Never changes: by it a new version finds the old one."""
# Looked up before the version before is removed with what it wrote, and taken where the command line names none: an
# upgrade and a repair keep the address. It sets a property and runs nothing. `wixl` does not know the attribute Secure.
_REMEMBERED: Final = """  <Property Id="EARLIERSERVERURL">
   <RegistrySearch Id="EarlierServerUrl" Root="HKLM" Key="Software\\Feltjournal" Name="DefaultServerUrl" Type="raw" Win64="yes"/>
  </Property>
  <CustomAction Id="KeepServerUrl" Property="SERVERURL" Value="[EARLIERSERVERURL]" Impersonate="yes"/>
  <InstallExecuteSequence>
   <Custom Action="KeepServerUrl" After="AppSearch">NOT SERVERURL AND EARLIERSERVERURL</Custom>
  </InstallExecuteSequence>
"""
_SECURE: Final = "EARLIERSERVERURL;SERVERURL;WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED"
"""What passes from whoever starts the installation to the service that carries it out."""
_SHORTCUT: Final = (
    '<Shortcut Id="{0}" Directory="{1}" Name="Feltjournal" WorkingDirectory="INSTALLDIR" Icon="feltjournal.ico"'
    ' IconIndex="0" Advertise="yes"/>'
)


def package(dist: Path, out: Path) -> Path:
    """Sign what nobody has signed, pack it, sign the package. Its name says UNSIGNED without SIGN_CMD."""
    sign.sign(sign.unsigned(dist))
    made = build(dist, out, ROOT / "build" / "feltjournal.ico")
    sign.sign([made])
    return made


def build(dist: Path, out: Path, icon: Path) -> Path:
    mark = "" if sign.for_release() else "-UNSIGNED"
    made = out / f"Feltjournal-{__version__}-x64{mark}.msi"
    stage = out / "msi"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(dist, stage / "files", symlinks=False)
    shutil.copy(icon, stage / "feltjournal.ico")
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "1790000000"))
    for path in (stage, *stage.rglob("*")):
        os.utime(path, (epoch, epoch))
    (stage / "feltjournal.wxs").write_text(wxs(stage), "utf-8")
    frozen = ["faketime", "-f", f"@{_moment(epoch)}"]
    subprocess.run([*frozen, "wixl", "-a", "x64", "-o", "made.msi", "feltjournal.wxs"], check=True, cwd=stage)
    code = "{" + _guid(f"package-{__version__}-{_digest(stage / 'files')}") + "}"
    passed_on = f"UPDATE `Property` SET `Value` = '{_SECURE}' WHERE `Property` = 'SecureCustomProperties'"  # noqa: S608 - ours alone
    for asked in (["-q", passed_on], ["-s", "Installation Database", "Feltjournal", "x64;1030", code]):
        subprocess.run(["msibuild", "made.msi", *asked], check=True, cwd=stage, capture_output=True)
    shutil.move(stage / "made.msi", made)
    return made


def product_code() -> str:
    """By which `msiexec /x` names this version."""
    return _guid(f"product-{__version__}")


def wxs(stage: Path) -> str:
    """What `wixl` 0.101 understands of WiX: a component for every file, its GUID from the file's place."""
    tree = "".join(_tree(stage / "files", stage))
    components = [f"c{_id(path, stage)}" for path in sorted((stage / "files").rglob("*")) if path.is_file()]
    refs = "".join(f'<ComponentRef Id="{one}"/>' for one in [*components, "Registry"])
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="{product_code()}" Name="Feltjournal" Language="1030" Codepage="1252" Version="{__version__}" Manufacturer="Feltjournal" UpgradeCode="{UPGRADE}">
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Languages="1030" Description="Feltjournal {__version__}" Manufacturer="Feltjournal"/>
  <MajorUpgrade DowngradeErrorMessage="En nyere udgave af Feltjournal er allerede installeret."/>
  <Media Id="1" Cabinet="feltjournal.cab" EmbedCab="yes"/>
  <Property Id="ARPPRODUCTICON" Value="feltjournal.ico"/><Property Id="ARPNOMODIFY" Value="1"/>
  <Property Id="MSIRMSHUTDOWN" Value="1"/><Property Id="REBOOT" Value="ReallySuppress"/>
  <Icon Id="feltjournal.ico" SourceFile="feltjournal.ico"/>
{_REMEMBERED}  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="Feltjournal">
{tree}    <Component Id="Registry" Guid="{_guid("registry")}" Win64="yes">
     <RegistryKey Root="HKLM" Key="Software\\Feltjournal">
      <RegistryValue Type="string" Name="InstallDir" Value="[INSTALLDIR]" KeyPath="yes"/>
      <RegistryValue Type="string" Name="Version" Value="{__version__}"/>
      <RegistryValue Type="string" Name="DefaultServerUrl" Value="[SERVERURL]"/>
     </RegistryKey>
    </Component>
   </Directory></Directory>
   <Directory Id="ProgramMenuFolder"/>
  </Directory>
  <Feature Id="Main" Title="Feltjournal" Level="1">{refs}</Feature>
 </Product>
</Wix>
"""


def _tree(folder: Path, stage: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        name = _id(path, stage)
        if path.is_dir():
            yield f'<Directory Id="d{name}" Name={quoteattr(path.name)}>\n'
            yield from _tree(path, stage)
            yield "</Directory>\n"
            continue
        place = path.relative_to(stage).as_posix()
        main = place == "files/feltjournal.exe"
        yield f'<Component Id="c{name}" Guid="{_guid(f"component-{place}")}" Win64="yes">'
        yield f'<File Id="{"MainProgram" if main else "f" + name}" KeyPath="yes" Source={quoteattr(place)}>'
        yield _SHORTCUT.format("StartMenu", "ProgramMenuFolder") if main else ""
        yield "</File></Component>\n"


def _id(path: Path, stage: Path) -> str:
    return uuid.uuid5(_SPACE, path.relative_to(stage).as_posix()).hex


def _guid(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name)).upper()


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def _moment(epoch: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d %H:%M:%S")
